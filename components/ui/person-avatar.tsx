import { Avatar } from "@/components/ui/avatar";

type Props = {
  /** `id` is that of their place in a team or an organization; `userId` that of their account, null without one. */
  of: { id: string; userId: string | null };
  name: string;
  size?: "s" | "m";
};

/** A person, in one colour wherever they are shown: that of their account, or of their place until they have one. */
export const PersonAvatar = ({ of, name, size = "m" }: Props) => (
  <Avatar id={of.userId ?? of.id} name={name} kind="person" size={size} />
);
