/** Interfaces of USB modems in a pack: which of them is what. It orders the ports that are tried, and proves nothing. */
import type { PortRole, UsbLayout } from "../../modem/usb-layouts.ts";
import { longestSource } from "./match.ts";
import type { Place, Reader } from "./reader.ts";

const mostLayouts = 128;
const mostIds = 32;
const roles: readonly PortRole[] = ["at", "at_secondary", "ppp", "nmea", "diag", "other", "unknown"];

function takeId(reader: Reader, place: Place): readonly string[] {
  const { value } = place.part;
  if (typeof value === "string" && /^[0-9a-f]{4}:[0-9a-f]{4}$/.test(value)) return [value];
  reader.complain(place, "is no USB id", "vendor:product, four of 0-9 a-f each");
  return [];
}

function takeRoles(reader: Reader, place: Place): UsbLayout["roles"] {
  const numbers = (place.part.members ?? []).map(({ name }) => name);
  if (!numbers.every((number) => /^[0-9a-f]{2}$/.test(number)) || numbers.length === 0)
    reader.complain(place, "has no interface numbers", '{ "02": "at", … }');
  const members = [...reader.members(place, numbers)];
  return Object.fromEntries(
    members.map(([number, each]) => [
      number,
      reader.known(each, roles, (role) => role === each.part.value) ?? "unknown",
    ]),
  );
}

function takeLayout(reader: Reader, place: Place): readonly UsbLayout[] {
  const names = ["name", "ids", "roles", "source"] as const;
  const members = reader.members(place, names);
  const [name, ids, byNumber, source] = names.map((each) => reader.needed(place, members, each));
  if (!name || !ids || !byNumber || !source) return [];
  return [
    {
      name: reader.text(name, 120),
      ids: reader.items(ids, mostIds).flatMap((each) => takeId(reader, each)),
      roles: takeRoles(reader, byNumber),
      source: reader.text(source, longestSource),
    },
  ];
}

export function takeLayouts(reader: Reader, place: Place): readonly UsbLayout[] {
  return reader.items(place, mostLayouts).flatMap((each) => takeLayout(reader, each));
}
