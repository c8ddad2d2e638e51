import type { Guard } from '../../src/model/guard/guard';
import type { OwnRules } from '../../src/model/guard/ownRules';

/** Where nobody looks. */
export const openGuard: Guard = {
  check: (passages) => Promise.resolve(passages.map(({ text }) => text)),
};

/** Where `hush` is masked. */
export const maskingGuard: Guard = {
  check: (passages) => Promise.resolve(passages.map(({ text }) => text.replaceAll('hush', 'masked'))),
};

/** Of a person who has added nothing, and taken nothing away. */
export const noOwnRules: OwnRules = { patterns: [], exceptions: [] };
