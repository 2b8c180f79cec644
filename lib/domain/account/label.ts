/**
 * How a sentence names the account of somebody who acts on others. The name alone is not enough, because people
 * choose their own names.
 */
export const accountLabel = ({ name, email }: { name: string | null; email: string }): string =>
  name ? `${name} (${email})` : email;
