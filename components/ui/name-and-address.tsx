type Props = { name: string | null; email: string };

/** A person in one line. The name and the address are isolated, because a name can be written from right to left. */
export const NameAndAddress = ({ name, email }: Props) =>
  name ? (
    <>
      <bdi>{name}</bdi> (<bdi>{email}</bdi>)
    </>
  ) : (
    <bdi>{email}</bdi>
  );
