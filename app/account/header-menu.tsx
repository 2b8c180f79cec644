import { SessionMenu } from "@/components/account/session-menu";
import { currentPerson } from "@/lib/session/current-actor";

/** The account menu at the end of a page's header. It costs no statement: the session was read already. */
export async function HeaderMenu() {
  const person = await currentPerson();
  if (!person) return null;
  const { userId, name, email } = person;
  return <SessionMenu person={{ userId, name, email }} />;
}
