import { expect, test } from "vitest";
import { changedInForm, changedMeanwhile } from "@/lib/domain/meanwhile";

const shown = { name: "Northbeam", city: null, phone: "1" };

test("what a form began with and still says is no change", () => {
  expect(changedInForm({ ...shown, phone: "2" }, shown)).toEqual({ phone: "2" });
  expect(changedInForm({ ...shown, city: "Trier" }, shown)).toEqual({ city: "Trier" });
  expect(changedInForm({ ...shown, phone: null }, shown)).toEqual({ phone: null });
  expect(changedInForm({ name: "Northbeam", city: undefined })).toEqual({ name: "Northbeam" });
});

test("a field is changed meanwhile that both have changed, and to different texts", () => {
  const now = { ...shown, name: "Southbeam" };
  expect(changedMeanwhile({ ...shown, phone: "2" }, shown, now)).toEqual([]);
  expect(changedMeanwhile({ ...shown, name: "Westbeam" }, shown, now)).toEqual(["name"]);
  expect(changedMeanwhile({ ...shown, name: "Southbeam" }, shown, now)).toEqual([]);
  expect(changedMeanwhile({ name: "Westbeam" }, {}, now)).toEqual([]);
});
