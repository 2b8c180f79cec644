import type { Device } from "@/lib/domain/device";
import type { SessionId, UserId } from "@/lib/domain/ids";

/** A person whose session was checked on this very request. */
export type UserActor = { kind: "user"; userId: UserId; sessionId: SessionId; device: Device };

/** Somebody without a session: a link's reader, a person about to log in. */
export type AnonymousActor = { kind: "anonymous"; device: Device };

/** Whoever holds the instance's secret: the command line on the server itself. */
export type OperatorActor = { kind: "operator"; device: Device };

/** Who asks. Doors make it from their credential; operations never read it from their input. */
export type Actor = UserActor | AnonymousActor | OperatorActor;
