import "server-only";
import type { Actor } from "@/lib/domain/actor";
import { networkAsker, type Throttle } from "@/lib/operations/limits";

/** A throttle for the network that a request comes from, whoever is signed in. */
export const addressLimit = (what: string, actor: Actor, points: number, seconds: number): Throttle => ({
  what: `${what}.address`,
  by: networkAsker(actor),
  points,
  seconds,
});
