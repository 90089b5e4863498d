/** Downlink channel numbers of each E-UTRA band (3GPP TS 36.101 table 5.7.3-1): tells a hexadecimal channel from a decimal one. */
const downlink: ReadonlyMap<number, readonly [first: number, last: number]> = new Map([
  [1, [0, 599]],
  [2, [600, 1199]],
  [3, [1200, 1949]],
  [4, [1950, 2399]],
  [5, [2400, 2649]],
  [7, [2750, 3449]],
  [8, [3450, 3799]],
  [12, [5010, 5179]],
  [13, [5180, 5279]],
  [14, [5280, 5379]],
  [17, [5730, 5849]],
  [18, [5850, 5999]],
  [19, [6000, 6149]],
  [20, [6150, 6449]],
  [25, [8040, 8689]],
  [26, [8690, 9039]],
  [28, [9210, 9659]],
  [30, [9770, 9869]],
  [32, [9920, 10_359]],
  [34, [36_200, 36_349]],
  [38, [37_750, 38_249]],
  [39, [38_250, 38_649]],
  [40, [38_650, 39_649]],
  [41, [39_650, 41_589]],
  [42, [41_590, 43_589]],
  [43, [43_590, 45_589]],
  [46, [46_790, 54_539]],
  [48, [55_240, 56_739]],
  [66, [66_436, 67_335]],
  [71, [68_586, 68_935]],
]);

/** Undefined for a band that the table does not have. */
export function isInBand(channel: number, band: number): boolean | undefined {
  const range = downlink.get(band);
  return range && channel >= range[0] && channel <= range[1];
}
