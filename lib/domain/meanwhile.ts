type Texts = Readonly<Record<string, string | null | undefined>>;

/** What somebody has changed in a form: what is not what the form began with. Where that is not known, everything. */
export function changedInForm<To extends Texts>(to: To, shown: Texts = {}): Partial<To> {
  const changed: Partial<To> = { ...to };
  for (const field in to)
    if (to[field] === undefined || (shown[field] !== undefined && shown[field] === to[field]))
      delete changed[field];
  return changed;
}

/**
 * The fields of a form that have become something else since it began, and not what the form says. Of what the form does
 * not say, it is not known.
 */
export const changedMeanwhile = (to: Texts, shown: Texts, now: Texts): string[] =>
  Object.keys(changedInForm(to, shown)).filter(
    (field) => shown[field] !== undefined && now[field] !== shown[field] && now[field] !== to[field],
  );
