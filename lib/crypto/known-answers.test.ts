import { describe, test } from "vitest";
import { knownAnswers } from "@/lib/crypto/vectors/known-answers";

describe("known answers, in Node", () => {
  test.each(knownAnswers)("$name", ({ run }) => run());
});
