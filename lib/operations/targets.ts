import type { z } from "zod";
import type { DeviceId, JobId, PasskeyId, SessionId, TokenId, UserId } from "@/lib/domain/ids";
import type { Access, Untargeted } from "@/lib/operations/access";

/** Kinds of ids that name something of a person or of the instance. All other kinds name something of a tenant. */
type NoTenantsId = UserId | SessionId | DeviceId | PasskeyId | TokenId | JobId;

/** Whether a value is the id of something of a tenant, or holds one, in lists and objects too. */
type Names<Value> = Value extends NoTenantsId
  ? false
  : Value extends string & z.core.$brand
    ? true
    : Value extends Date | string | number | boolean | null | undefined
      ? false
      : Value extends readonly (infer Item)[]
        ? Names<Item>
        : Value extends object
          ? { [Key in keyof Value]-?: Names<Value[Key]> }[keyof Value]
          : false;

/**
 * The accesses that fit an input. If the input names something of a tenant, an access that looks at no tenant
 * fits only with a reason.
 */
export type AccessFor<Input, Standing> =
  true extends Names<Input>
    ? (Access<Input, Standing> & { readonly untargeted?: never }) | Untargeted<Standing, string>
    : Access<Input, Standing>;
