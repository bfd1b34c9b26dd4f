// Components are tested as people see them: with the product's styles, in English unless a test says another language.
import './app.css';
import { beforeEach } from 'vitest';
import { setLocale } from '#lib/paraglide/runtime.js';

// The language is kept in the browser, which the test files share.
beforeEach(() => void setLocale('en', { reload: false }));
