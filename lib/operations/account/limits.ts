import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { networkOf } from "@/lib/domain/network";
import type { Limit } from "@/lib/operations/limits";

/** A limit for the network a request comes from, where it is known. */
export function addressLimit(what: string, actor: Actor, points: number, seconds: number): Limit[] {
  const { ip } = actor.device;
  if (!ip) return [];
  return [{ what: `${what}.address`, whom: networkOf(ip), points, seconds }];
}
