import "server-only";
import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { isProofRecent } from "@/lib/domain/account/proof";
import { refuse } from "@/lib/domain/decision";
import type { Access, Look, Untargeted } from "@/lib/operations/access";

/** The standing of the wrapped access, and whether this session has proven the master password lately. */
export type Proven<Standing> = { standing: Standing; isProven: boolean };

/**
 * The same access, for people who have proven their master password within the last ten minutes. The wrapped
 * access judges first. Somebody whom it allows, but who has no proof, is refused with `proof_needed`. Keys and
 * jobs have no session, so they cannot prove anything.
 */
export function recentlyProven<Standing, Named extends string | undefined>(
  access: Untargeted<Standing, Named>,
): Untargeted<Proven<Standing>, Named>;
export function recentlyProven<Target, Standing>(
  access: Access<Target, Standing> & { readonly untargeted?: never },
): Access<Target, Proven<Standing>> & { readonly untargeted?: never };
export function recentlyProven<Target, Standing>(
  access: Access<Target, Standing>,
): Access<Target, Proven<Standing>> {
  const { stamp } = access;
  return {
    // The marks of an access that looks at no tenant are copied.
    ...access,
    name: `${access.name}, recently proven`,
    standing: async (look: Look, target: Target): Promise<Proven<Standing>> => ({
      standing: await access.standing(look, target),
      isProven: await hasProven(look),
    }),
    rule: ({ standing, isProven }: Proven<Standing>) => {
      const decision = access.rule(standing);
      return decision.allowed && !isProven ? refuse("proof_needed") : decision;
    },
    stamp: ({ standing }: Proven<Standing>) => stamp?.(standing) ?? {},
  };
}

async function hasProven({ tx, actor: { sessionId }, hold, now }: Look): Promise<boolean> {
  if (!sessionId) return false;
  const [session] = await hold(
    tx.select({ provenAt: sessions.provenAt }).from(sessions).where(eq(sessions.id, sessionId)),
  );
  return isProofRecent(session?.provenAt ?? null, now);
}
