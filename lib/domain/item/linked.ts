import type { TextPartName } from "@/lib/domain/item/shapes";
import type { ItemType } from "@/lib/domain/item/types";

export type LinkedPart = TextPartName | "fullName";

/** What a linked field can have the value of, by type of item, with the numbers of the wire. Protocol chapter 0.6. */
export const linkedParts: Partial<Record<ItemType, Readonly<Partial<Record<LinkedPart, number>>>>> = {
  login: { username: 100, password: 101 },
  card: { cardholderName: 300, expMonth: 301, expYear: 302, code: 303, brand: 304, number: 305 },
  identity: {
    title: 400,
    middleName: 401,
    address1: 402,
    address2: 403,
    address3: 404,
    city: 405,
    state: 406,
    postalCode: 407,
    country: 408,
    company: 409,
    email: 410,
    phone: 411,
    ssn: 412,
    username: 413,
    passportNumber: 414,
    licenseNumber: 415,
    firstName: 416,
    lastName: 417,
    fullName: 418,
  },
};

/** The part of an item of this type that a number stands for; undefined where it is none that we know. */
export const linkedPart = (type: ItemType, linkedId: number | null): LinkedPart | undefined =>
  linkedPartsOf(type).find(({ number }) => number === linkedId)?.part;

/** What a linked field of this type can have the value of. */
export const linkedPartsOf = (type: ItemType) =>
  Object.entries(linkedParts[type] ?? {}).map(([part, number]) => ({ part: part as LinkedPart, number }));
