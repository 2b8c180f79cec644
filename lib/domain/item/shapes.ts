import type { EncString } from "@/lib/crypto/types";
import type { ItemType } from "@/lib/domain/item/types";

/** A sealed text of at most `limit` characters, or null where there is none. */
type Text = { is: "text"; limit: number };
/** A sealed text that is opened when it is shown or copied, and not with a page. */
type Secret = { is: "secret"; limit: number };
/** A sealed text that is always there. Beside it, `<name>Checksum` seals its checksum. Protocol chapter 1.6. */
type Checked = { is: "checked"; limit: number };
/** A whole number from 0 to `max` that is not sealed, or null. */
type Choice = { is: "choice"; max: number };
/** A moment that is not sealed, as other programs write it: `2026-01-31T09:15:00.123Z`; or null. */
type Moment = { is: "moment" };
/** At most `max` entries of one shape. Each is called `called` where something is said of it. */
export type List = { is: "list"; called: string; max: number; entry: Shape };

export type Part = Text | Secret | Checked | Choice | Moment | List;
export type Shape = { readonly [name: string]: Part };

const text = { is: "text", limit: 1000 } as const;
const secret = { is: "secret", limit: 1000 } as const;

const website = {
  uri: { is: "checked", limit: 10_000 },
  /** How it is compared with a page's address; null is the account's default. Protocol chapter 0.6. */
  match: { is: "choice", max: 5 },
} as const satisfies Shape;

/** Kinds of fields that somebody adds, with the numbers of the wire. Protocol chapter 5.5. */
export const fieldNumbers = { text: 0, hidden: 1, boolean: 2, linked: 3 } as const;
export type FieldKind = keyof typeof fieldNumbers;

const field = {
  name: text,
  /** Of any kind: which it is, is not sealed, and a hidden one is not opened with a page. */
  value: { is: "secret", limit: 5000 },
  type: { is: "choice", max: 3 },
  /** Of a linked one: the part of the item whose value it has. */
  linkedId: { is: "choice", max: 999 },
} as const satisfies Shape;

const formerPassword = {
  password: { is: "secret", limit: 5000 },
  lastUsedDate: { is: "moment" },
} as const satisfies Shape;

/** What an item of any type has beside its key. Limits: protocol chapter 2.4. */
export const commonShape = {
  name: text,
  notes: { is: "text", limit: 10_000 },
  fields: { is: "list", called: "field", max: 200, entry: field },
  passwordHistory: { is: "list", called: "formerPassword", max: 100, entry: formerPassword },
} as const satisfies Shape;

/** What the items of each type have, with the names of the wire. Protocol chapter 5.5. */
export const shapes = {
  login: {
    username: text,
    password: { is: "secret", limit: 5000 },
    totp: secret,
    uris: { is: "list", called: "website", max: 50, entry: website },
  },
  secure_note: {},
  card: { cardholderName: text, brand: text, number: secret, expMonth: text, expYear: text, code: secret },
  identity: {
    title: text,
    firstName: text,
    middleName: text,
    lastName: text,
    address1: text,
    address2: text,
    address3: text,
    city: text,
    state: text,
    postalCode: text,
    country: text,
    company: text,
    email: text,
    phone: text,
    ssn: secret,
    username: text,
    passportNumber: secret,
    licenseNumber: secret,
  },
  ssh_key: {
    privateKey: { is: "secret", limit: 5000 },
    publicKey: { is: "text", limit: 5000 },
    keyFingerprint: text,
  },
} as const satisfies Record<ItemType, Shape>;
export type Shapes = typeof shapes;

/** A part of some type that is one text. */
export type TextPartName = {
  [T in ItemType]: {
    [P in keyof Shapes[T]]: Shapes[T][P] extends { is: "text" | "secret" } ? P & string : never;
  }[keyof Shapes[T]];
}[ItemType];

/**
 * The sealed form of a shape. `Sealed` is the type of its texts: EncStrings, or any text where they come from
 * outside.
 */
export type SealedOf<S extends Shape, Sealed extends string = EncString> = {
  [P in keyof S]: SealedPart<S[P], Sealed>;
} & { [P in keyof S & string as S[P] extends Checked ? `${P}Checksum` : never]: Sealed };

type SealedPart<P extends Part, Sealed extends string> = P extends List
  ? SealedOf<P["entry"], Sealed>[]
  : P extends Choice
    ? number | null
    : P extends Moment
      ? string | null
      : P extends Checked
        ? Sealed
        : Sealed | null;

/** Fields of an item that are in no shape. Other programs write them, and they are kept as they came. */
export type Rest = { readonly [name: string]: unknown };

/** The opened form of a shape. `Kept` is the type that a secret has there. */
export type OpenOf<S extends Shape, Kept = string> = {
  [P in keyof S]: OpenPart<S[P], Kept>;
} & { rest?: Rest };

type OpenPart<P extends Part, Kept> = P extends List
  ? OpenOf<P["entry"], Kept>[]
  : P extends Choice
    ? number | null
    : P extends Checked
      ? string
      : P extends Secret
        ? Kept | null
        : string | null;
