/** What a person is called where they are listed. */
export const shownName = ({ name, email }: { name: string | null; email: string }): string => name || email;
