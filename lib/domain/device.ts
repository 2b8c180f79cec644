/** Kinds of device as clients name them, with the numbers of the wire. Protocol chapter 0.6. */
export const deviceNumbers = {
  android: 0,
  ios: 1,
  chrome_extension: 2,
  firefox_extension: 3,
  opera_extension: 4,
  edge_extension: 5,
  windows_desktop: 6,
  macos_desktop: 7,
  linux_desktop: 8,
  chrome_browser: 9,
  firefox_browser: 10,
  opera_browser: 11,
  edge_browser: 12,
  ie_browser: 13,
  unknown_browser: 14,
  android_amazon: 15,
  windows_store: 16,
  safari_browser: 17,
  vivaldi_browser: 18,
  vivaldi_extension: 19,
  safari_extension: 20,
  sdk: 21,
  server: 22,
  windows_cli: 23,
  macos_cli: 24,
  linux_cli: 25,
  duckduckgo_browser: 26,
} as const;

export type DeviceType = keyof typeof deviceNumbers;
export const deviceTypes = Object.keys(deviceNumbers) as [DeviceType, ...DeviceType[]];

/** The kind that an app says it is: a number, or its name as iOS writes it. Null for what is no kind. */
export function deviceTypeSaid(text: string | null): DeviceType | null {
  if (text === null) return null;
  if (text.toLowerCase() === "ios") return "ios";
  return deviceTypes.find((type) => `${deviceNumbers[type]}` === text) ?? null;
}

/** Where a request comes from, as far as the server can tell. */
export type Device = { type: DeviceType; ip: string | null };

const browsers: [RegExp, DeviceType][] = [
  [/DuckDuckGo\//, "duckduckgo_browser"],
  [/Vivaldi\//, "vivaldi_browser"],
  [/OPR\/|Opera\//, "opera_browser"],
  [/Edg(?:e|A|iOS)?\//, "edge_browser"],
  [/Firefox\/|FxiOS\//, "firefox_browser"],
  [/Chrome\/|CriOS\/|Chromium\//, "chrome_browser"],
  [/Safari\//, "safari_browser"],
];

/** The browser a user agent claims to be. Order matters: most of them also claim to be the next one. */
export const deviceTypeOf = (userAgent: string): DeviceType =>
  browsers.find(([pattern]) => pattern.test(userAgent.slice(0, 1000)))?.[1] ?? "unknown_browser";
