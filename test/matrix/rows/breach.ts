import { askBreachRange } from "@/lib/operations/breach/ask-breach-range";
import { ofOneself } from "@/test/matrix/expected";
import { row } from "@/test/matrix/row";

export const rows = [row(askBreachRange, ofOneself()).with(() => ({ prefix: "ABCDE" }))];
