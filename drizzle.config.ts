import { defineConfig } from 'drizzle-kit';

export default defineConfig({
	dialect: 'postgresql',
	schema: './src/lib/server/schema/index.ts',
	out: './drizzle',
	casing: 'snake_case'
});
