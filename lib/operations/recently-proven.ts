import "server-only";
import { eq } from "drizzle-orm";
import { sessions } from "@/db/schema/sessions";
import { isProofRecent } from "@/lib/domain/account/proof";
import { refuse } from "@/lib/domain/decision";
import type { Access, Look, Untargeted } from "@/lib/operations/access";

/** The standing of the wrapped access, and whether this session has proven the master password lately. */
export type Proven<Standing> = { standing: Standing; isProven: boolean };

/**
 * The same access, whose standing also says whether this session has proven the master password within the last ten
 * minutes. Whoever runs it judges by that. Keys and jobs have no session, so they have proven nothing.
 */
export function knowingProof<Standing, Named extends string | undefined>(
  access: Untargeted<Standing, Named>,
): Untargeted<Proven<Standing>, Named>;
export function knowingProof<Target, Standing>(
  access: Access<Target, Standing> & { readonly untargeted?: never },
): Access<Target, Proven<Standing>> & { readonly untargeted?: never };
export function knowingProof<Target, Standing>(
  access: Access<Target, Standing>,
): Access<Target, Proven<Standing>> {
  return withProof(access);
}

/**
 * The same access, for people who have proven their master password within the last ten minutes. The wrapped
 * access judges first. Somebody whom it allows, but who has no proof, is refused with `proof_needed`.
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
  const knowing = withProof(access);
  return {
    ...knowing,
    name: `${access.name}, recently proven`,
    rule: (found: Proven<Standing>) => {
      const decision = knowing.rule(found);
      return decision.allowed && !found.isProven ? refuse("proof_needed") : decision;
    },
  };
}

function withProof<Target, Standing>(access: Access<Target, Standing>): Access<Target, Proven<Standing>> {
  const { stamp } = access;
  return {
    // The marks of an access that looks at no tenant are copied.
    ...access,
    standing: async (look: Look, target: Target): Promise<Proven<Standing>> => ({
      standing: await access.standing(look, target),
      isProven: await hasProven(look),
    }),
    rule: ({ standing }: Proven<Standing>) => access.rule(standing),
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
