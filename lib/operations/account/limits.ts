import "server-only";
import type { Actor } from "@/lib/domain/actor";
import type { Limit } from "@/lib/operations/limits";

/**
 * A limit for the address a request comes from, where it is known. An IPv6 customer has a /64 to choose
 * from, so the first four groups count.
 */
export function addressLimit(what: string, actor: Actor, points: number, seconds: number): Limit[] {
  const { ip } = actor.device;
  if (!ip) return [];
  const whom = ip.includes(":") ? ip.split(":").slice(0, 4).join(":") : ip;
  return [{ what: `${what}.address`, whom, points, seconds }];
}
