import { invitation } from '#lib/people/queries.ts';

export const load = async ({ params }) => ({ token: params.token, invited: await invitation(params.token) });
