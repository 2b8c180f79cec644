import type { z } from "zod";
import type { DeviceId, JobId, SessionId, TokenId, UserId } from "@/lib/domain/ids";
import type { Access, Untargeted } from "@/lib/operations/access";

/** Ids of what belongs to a person or to the instance. Every other kind of id is of what belongs to a tenant. */
type NoTenantsId = UserId | SessionId | DeviceId | TokenId | JobId;

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
 * Which accesses an operation with this input may have. One that looks at no tenant fits an input that names
 * none, or has to say why it does not matter.
 */
export type AccessFor<Input, Standing> =
  true extends Names<Input>
    ? (Access<Input, Standing> & { readonly untargeted?: never }) | Untargeted<Standing, string>
    : Access<Input, Standing>;
