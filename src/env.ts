import { defineEnvVars } from '@sveltejs/kit/env';

// What the server reads from its surroundings. `scripts/start/settings.ts` gives the defaults; a build knows none of them.
const optional = (value: string | undefined) => value || undefined;

export const variables = defineEnvVars({
	ATHAND_MODE: {
		schema: (value): 'demo' | 'production' => {
			if (value && value !== 'demo' && value !== 'production') throw new Error('demo or production');
			return value === 'demo' ? 'demo' : 'production';
		},
		description: 'demo: sign in by tapping an invented person. production: never.'
	},
	DATABASE_URL: { schema: optional, description: 'The application: a role that may SET ROLE athand_app.' },
	DATABASE_MIGRATE_URL: { schema: optional, description: 'The owner of the tables, where it is another role.' },
	DATA_DIR: { schema: (value) => value || 'data', description: 'Where uploads lie.' },
	ATHAND_CONTENT: { schema: (value) => value || 'content', description: 'The folder of starter guides and questions.' },
	ATHAND_ANSWERS: {
		schema: (value): 'on' | 'off' => (value === 'off' ? 'off' : 'on'),
		description: 'off: this node learns no answers, it takes what others have made. Learning takes a core for minutes.'
	}
});
