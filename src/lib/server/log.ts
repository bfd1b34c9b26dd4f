import { pino } from 'pino';

// One JSON object a line. error = someone must look, info, debug. Never bodies, names, texts or tokens: ids only.
export const log = pino({
	level: process.env.LOG_LEVEL ?? (process.env.VITEST ? 'silent' : 'info'),
	base: null,
	timestamp: pino.stdTimeFunctions.isoTime,
	formatters: { level: (level) => ({ level }) }
});
