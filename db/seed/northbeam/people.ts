import type { Database } from "@/db/client";
import {
  endSession,
  logInAgain,
  logOutPersona,
  type NewAccount,
  type Newcomer,
  type Persona,
} from "@/db/seed/persona";
import { codeOfApp, seedAuthenticator } from "@/db/seed/second-step";
import type { Device, DeviceType } from "@/lib/domain/device";

type Known = { persona: Persona; since: number; appKey: string | null };

export type People = ReturnType<typeof makePeople>;

/** Within this time of a log-in, a change that wants a recent proof takes it for one. */
const freshMs = 5 * 60_000;

const browsers: DeviceType[] = ["firefox_browser", "chrome_browser", "edge_browser", "safari_browser"];
/** Networks that documents may use (RFC 5737). */
const networks = ["203.0.113", "198.51.100", "192.0.2"];

/** Everybody has a browser and an address of their own, as what is counted by the address expects. */
const deviceOf = (nth: number): Device => ({
  type: browsers[nth % browsers.length] ?? "firefox_browser",
  ip: `${networks[Math.floor(nth / 250)] ?? networks[0]}.${1 + (nth % 250)}`,
});

/** The people of the scenario, by their addresses. */
export function makePeople(
  db: Database,
  password: string,
  accounts: ReadonlyMap<string, Promise<NewAccount>>,
  tell: (joined: number, ofAll: number) => void,
) {
  const order = [...accounts.keys()];
  const known = new Map<string, Known>();
  const find = (email: string) => {
    const found = known.get(email);
    if (!found) throw new Error(`${email} has no account.`);
    return found;
  };
  return {
    newcomer(name: string, email: string, locale: "en" | "fr" = "en"): Newcomer {
      const account = accounts.get(email);
      const device = deviceOf(order.indexOf(email));
      return { name, email, password, device, locale, ...(account && { account }) };
    },

    /** Takes somebody up who has just registered. */
    joined(persona: Persona): void {
      known.set(persona.email, { persona, since: Date.now(), appKey: null });
      tell(known.size, order.length);
    },

    /** Has somebody's log-in take codes of an app. */
    async takeApp(email: string): Promise<void> {
      const found = find(email);
      found.appKey = await seedAuthenticator(db, found.persona);
    },

    /** The key of somebody's authenticator app; null for those without one. */
    appKeyOf: (email: string): string | null => find(email).appKey,

    /** Somebody as they are signed in, anew where that was long ago. */
    async signedIn(email: string): Promise<Persona> {
      const found = find(email);
      if (Date.now() - found.since < freshMs) return found.persona;
      await endSession(db, found.persona);
      found.persona = await logInAgain(db, found.persona, found.appKey ? codeOfApp(found.appKey) : undefined);
      found.since = Date.now();
      return found.persona;
    },

    async logOut(): Promise<void> {
      for (const { persona } of known.values()) await logOutPersona(db, persona);
    },
  };
}
