import type { Device } from "@/lib/domain/device";
import type { OrganizationId, ProviderId, SessionId, UserId } from "@/lib/domain/ids";

/** Who acts: a person, something that acts for a tenant, the instance itself, or nobody known. */
export type Principal =
  | { kind: "person"; userId: UserId }
  | { kind: "anonymous" }
  | { kind: "organization_key" | "scim" | "directory"; organizationId: OrganizationId }
  | { kind: "provider_key"; providerId: ProviderId }
  | { kind: "operator" }
  | { kind: "job" };

export type PrincipalKind = Principal["kind"];
export const principalKinds = [
  "person",
  "anonymous",
  "organization_key",
  "scim",
  "directory",
  "provider_key",
  "operator",
  "job",
] as const satisfies readonly PrincipalKind[];

/** The door through which a request came. */
export const ways = ["page", "api", "command_line", "background"] as const;
export type Way = (typeof ways)[number];

declare const made: unique symbol;

/**
 * Who asks, and how the request came. Doors make it from a credential that they have checked; operations never
 * read it from their input. The symbol keeps it from being written as a literal.
 */
export type Actor<Who extends Principal = Principal> = {
  readonly [made]: true;
  principal: Who;
  way: Way;
  /** The session that stands behind the request. Only people have one. */
  sessionId: SessionId | null;
  /** Whether the person's master password is a temporary one, as the look at the session has found. */
  hasTemporaryPassword: boolean;
  device: Device;
};

/** A person whose session was checked on this very request. */
export type PersonActor = Actor<{ kind: "person"; userId: UserId }> & { sessionId: SessionId };

type Given<Who extends Principal> = Omit<Actor<Who>, typeof made>;

// Nothing else gives the mark. It exists for the compiler alone.
const asActor = <Made extends Actor>(given: Given<Made["principal"]>) => given as unknown as Made;

type Signed = { userId: UserId; sessionId: SessionId; device: Device; hasTemporaryPassword?: boolean };

/** For doors that have just checked the session. */
export const personActor = (
  { userId, sessionId, device, hasTemporaryPassword = false }: Signed,
  way: Way = "page",
) =>
  asActor<PersonActor>({
    principal: { kind: "person", userId },
    way,
    sessionId,
    device,
    hasTemporaryPassword,
  });

/** Somebody without a session: the reader of a link, a person about to log in. */
export const anonymousActor = (device: Device, way: Way = "page") =>
  asActor<Actor<{ kind: "anonymous" }>>({
    principal: { kind: "anonymous" },
    way,
    sessionId: null,
    hasTemporaryPassword: false,
    device,
  });

/** Whoever holds the instance's secret: the command line on the server itself, and the start-up. */
export const operatorActor = (ip: string | null = null) =>
  asActor<Actor<{ kind: "operator" }>>({
    principal: { kind: "operator" },
    way: "command_line",
    sessionId: null,
    hasTemporaryPassword: false,
    device: { type: "server", ip },
  });

/** Work that the instance does by itself. */
export const jobActor = () =>
  asActor<Actor<{ kind: "job" }>>({
    principal: { kind: "job" },
    way: "background",
    sessionId: null,
    hasTemporaryPassword: false,
    device: { type: "server", ip: null },
  });

/** The acting person's id; null where no person acts. */
export const userIdOf = ({ principal }: Actor): UserId | null =>
  principal.kind === "person" ? principal.userId : null;
