import { expect, test } from "vitest";
import { isUnsecured, websiteOf } from "@/lib/domain/report/addresses";

test.each([
  ["http://shop.example/log-in", true],
  ["  HTTP://shop.example", true],
  ["http://203.0.113.7", true],
  ["https://shop.example", false],
  ["shop.example", false],
  ["ftp://shop.example", false],
  ["androidapp://com.example.shop", false],
  ["http://", false],
  ["http://10.20.0.1/admin", false],
  ["http://192.168.1.1", false],
  ["http://172.20.1.1", false],
  ["http://172.32.1.1", true],
  ["http://169.254.1.1", false],
  ["http://127.0.0.1:3000", false],
  ["http://[::1]:3000", false],
  ["http://[fd00::1]/", false],
  ["http://[2001:db8::1]/", true],
  ["http://printer", false],
  ["http://printer.local", false],
  ["http://nas.home.arpa", false],
  ["http://localhost:8080", false],
  ["http://mylocal.example", true],
])("%s is open to the public network: %s", (uri, expected) => {
  expect(isUnsecured(uri)).toBe(expected);
});

test.each([
  ["https://mail.example:8443/x", "mail.example"],
  ["mail.example/log-in", "mail.example"],
  ["mail.example:8443", "mail.example"],
  ["http://mail.example", "mail.example"],
  ["androidapp://com.example", null],
  ["ssh://db1.example", null],
  ["not a website", null],
  ["", null],
])("the website of %j is at %s", (uri, host) => {
  expect(websiteOf(uri)?.hostname ?? null).toBe(host);
});
