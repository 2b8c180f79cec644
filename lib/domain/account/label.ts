/**
 * How a sentence names an account whose holder acts on others: never by the name alone, since everybody chooses
 * their own.
 */
export const accountLabel = ({ name, email }: { name: string | null; email: string }): string =>
  name ? `${name} (${email})` : email;
