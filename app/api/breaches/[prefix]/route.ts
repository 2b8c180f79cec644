import { breachRangeEndpoint } from "@/lib/http/breach-range";

export const GET = breachRangeEndpoint();
