// Russian nouns beside numbers.

const rules = new Intl.PluralRules('ru');

/**
 * The form of a noun that stands after the number.
 *
 * @param {number} n
 * @param {string} one for 1, 21, 101
 * @param {string} few for 2–4, 22–24 and for fractions
 * @param {string} many for 0, 5–20, 25–30
 */
export const plural = (n, one, few, many) =>
  /** @type {Record<string, string>} */ ({ one, few, many })[rules.select(n)] ?? few;

/**
 * The number with its noun: «1 канал», «2 канала», «5 каналов».
 *
 * @param {number} n
 * @param {string} one
 * @param {string} few
 * @param {string} many
 */
export const counted = (n, one, few, many) => `${n} ${plural(n, one, few, many)}`;
