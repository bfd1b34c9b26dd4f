import { buildWhenNeeded } from './start/build.ts';

// `npm run build`. Leaves a mark of the sources in build/, by which `npm start` knows that it need not build again.
await buildWhenNeeded().catch((error: Error) => {
	console.error(error.message);
	process.exit(1);
});
