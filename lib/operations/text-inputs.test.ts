import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";

/** Halves of a character, and NUL: a text of JavaScript can hold them, and none of PostgreSQL. */
const unstorable = ["\ud800", "a\ud800b", "😀\udfff", "a\0b"];
/** Texts that PostgreSQL never sees: what is stored is a hash of them, or a place is read out of them. */
const neverStored = /^(token|bearer|cursor|after)$/;

const folder = "lib/operations";
const files = readdirSync(folder, { recursive: true })
  .map((path) => join(folder, String(path)))
  .filter((path) => /(?<!\.test)\.ts$/.test(path) && !path.includes("testing"))
  .filter((path) => /\bdefine(Command|Bulk|Query)\(/.test(readFileSync(path, "utf8")));

type Operation = { name: string; input: z.ZodType };
const isOperation = (value: unknown): value is Operation =>
  typeof value === "object" && value !== null && "input" in value && value.input instanceof z.ZodType;

const operations: Operation[] = [];
beforeAll(async () => {
  for (const path of files)
    operations.push(...Object.values(await import(/* @vite-ignore */ resolve(path))).filter(isOperation));
});

/** The texts of an input, each with the name of its field. */
function textsOf(schema: z.ZodType, name = ""): { name: string; schema: z.ZodType }[] {
  if (schema instanceof z.ZodObject)
    return Object.entries(schema.shape).flatMap(([field, inner]) => textsOf(inner as z.ZodType, field));
  if (schema instanceof z.ZodArray) return textsOf(schema.element as z.ZodType, name);
  if (schema instanceof z.ZodRecord)
    return [schema.keyType, schema.valueType].flatMap((inner) => textsOf(inner as z.ZodType, name));
  if (schema instanceof z.ZodUnion || schema instanceof z.ZodDiscriminatedUnion)
    return schema.options.flatMap((inner) => textsOf(inner as z.ZodType, name));
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodCatch ||
    schema instanceof z.ZodReadonly
  ) {
    const inner = schema.unwrap() as z.ZodType;
    return isText(inner) ? [{ name, schema }] : textsOf(inner, name);
  }
  if (isText(schema)) return [{ name, schema }];
  return schema instanceof z.ZodPipe ? textsOf(schema.in as z.ZodType, name) : [];
}

const isText = (schema: z.ZodType): boolean =>
  schema instanceof z.ZodString ||
  schema instanceof z.ZodStringFormat ||
  (schema instanceof z.ZodPipe && isText(schema.in as z.ZodType));

const keepsThem = (schema: z.ZodType) =>
  unstorable.some((text) => {
    const read = schema.safeParse(text);
    return read.success && typeof read.data === "string" && /[\p{Cs}\0]/u.test(read.data);
  });

test("no text that comes to be stored holds what no database takes", () => {
  const texts = operations.flatMap(({ name: operation, input }) =>
    textsOf(input).map((text) => ({ ...text, operation })),
  );
  expect(texts.length).toBeGreaterThan(100);
  const kept = texts
    .filter(({ name, schema }) => !neverStored.test(name) && keepsThem(schema))
    .map(({ operation, name }) => `${operation}: ${name}`);
  expect(kept).toEqual([]);
});
