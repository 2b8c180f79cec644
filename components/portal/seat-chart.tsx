"use client";

import { Bar, BarChart, type BarShapeProps, Rectangle, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { type SeatBar, seatParts } from "@/components/portal/seat-bars";
import { useMediaQuery } from "@/components/ui/media-query";

const words = { fill: "var(--muted)", fontSize: 12.5 };

/** A bar for each plan. What it shows is said beside it in words and in the table. */
export function SeatChart({ bars }: { bars: readonly SeatBar[] }) {
  const moves = useMediaQuery("(prefers-reduced-motion: no-preference)");
  return (
    <ResponsiveContainer width="100%" height="100%">
      <BarChart
        data={[...bars]}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 0, right: 12, bottom: 0, left: 0 }}
        barCategoryGap={12}
      >
        <XAxis
          type="number"
          allowDecimals={false}
          tick={words}
          tickLine={false}
          stroke="var(--line-strong)"
        />
        <YAxis type="category" dataKey="plan" width={84} tick={words} tickLine={false} axisLine={false} />
        {seatParts.map(({ key, colorOf }) => (
          <Bar
            key={key}
            dataKey={key}
            stackId="seats"
            stroke="var(--raised)"
            strokeWidth={1}
            isAnimationActive={moves}
            animationDuration={160}
            shape={(bar: BarShapeProps) => <Rectangle {...bar} fill={colorOf(bar.payload)} />}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
