import type { EventType } from "@/lib/domain/event-types";
import type { Failure } from "@/lib/http/result";
import { english, french } from "./messages";

/** Flattens `"a.b"` keys into the nesting of the message files. */
type Nested<Keys extends string> = {
  [Subject in Keys extends `${infer Subject}.${string}` ? Subject : never]: Record<
    Keys extends `${Subject}.${infer What}` ? What : never,
    string
  >;
};

// A refusal or an event without its text in both languages does not compile.
export const refusalTexts: Record<"en" | "fr", Record<Failure["code"], string>> = {
  en: english.refusal,
  fr: french.refusal,
};
export const eventTexts: Record<"en" | "fr", Nested<EventType>> = { en: english.event, fr: french.event };
