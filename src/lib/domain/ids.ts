import * as z from 'zod/mini';

// Ids are UUIDv7 made on the device. Their time part is for locality only and is never trusted (I20).
const uuid = <Name extends string>() => z.uuid().brand<Name>();

export const OrganisationId = uuid<'OrganisationId'>();
export const DepartmentId = uuid<'DepartmentId'>();
export const PersonId = uuid<'PersonId'>();
export const DeviceId = uuid<'DeviceId'>();
export const ServiceId = uuid<'ServiceId'>();
export const TicketId = uuid<'TicketId'>();
export const MutationId = uuid<'MutationId'>();
export const FileId = uuid<'FileId'>();
export const QuestionId = uuid<'QuestionId'>();
/** One life of a device's local database: a wiped database starts a new one. */
export const Incarnation = uuid<'Incarnation'>();

export type OrganisationId = z.infer<typeof OrganisationId>;
export type DepartmentId = z.infer<typeof DepartmentId>;
export type PersonId = z.infer<typeof PersonId>;
export type DeviceId = z.infer<typeof DeviceId>;
export type ServiceId = z.infer<typeof ServiceId>;
export type TicketId = z.infer<typeof TicketId>;
export type MutationId = z.infer<typeof MutationId>;
export type FileId = z.infer<typeof FileId>;
export type QuestionId = z.infer<typeof QuestionId>;
export type Incarnation = z.infer<typeof Incarnation>;
/** Guides are named by a stable slug, the folder's name in the starter content. */
export type GuideId = string;
