export * from './organisation.ts';
export * from './people.ts';
export * from './guides.ts';
export * from './questions.ts';
export * from './tickets.ts';
export * from './sync.ts';
