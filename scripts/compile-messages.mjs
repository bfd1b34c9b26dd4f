import { compile } from '@inlang/paraglide-js';
import { paraglide } from './messages.mjs';

// The build does this by itself; the type check runs without one.
await compile(paraglide);
