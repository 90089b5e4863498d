/** /proc of processor and memory, and the buses inside: USB by its numbers, serial lines by what they lost. */
import { join } from "node:path";
import { writeTree } from "./files.ts";
import type { DeviceState } from "./state.ts";

export function writeProcessor(root: string, state: DeviceState): void {
  const idle = state.cpu_total - state.cpu_busy;
  writeTree(join(root, "proc"), {
    meminfo: [
      "MemTotal:        1024000 kB",
      "MemFree:           60000 kB",
      `MemAvailable:   ${state.mem_free_mb * 1_024} kB`,
    ].join("\n"),
    // user nice system idle iowait irq softirq steal guest guest_nice
    stat: `cpu  ${state.cpu_busy} 0 0 ${idle} 0 0 0 0 0 0\ncpu0 ${state.cpu_busy} 0 0 ${idle} 0 0 0 0 0 0`,
  });
}

/** linux/drivers/tty/serial/serial_core.c, uart_line_info: a counter that is zero is left out. */
function uartLine(line: number, errors: number): string {
  return `${line}: uart:16550A mmio:0x1000${line}000 irq:3${line} tx:4821 rx:90233${errors > 0 ? ` fe:${errors}` : ""} RTS|DTR`;
}

/** A device that is seen anew takes the next free number of its bus (linux/drivers/usb/core/hub.c, choose_devnum). */
export function writeBuses(root: string, state: DeviceState): void {
  const usb = join(root, "sys", "bus", "usb", "devices");
  writeTree(join(usb, "usb1"), { devnum: 1, busnum: 1, idVendor: "1d6b", idProduct: "0002" });
  writeTree(join(usb, "usb2"), { devnum: 1, busnum: 2, idVendor: "1d6b", idProduct: "0002" });
  writeTree(join(usb, "1-1"), { devnum: 1 + state.usb_attaches, busnum: 1, idVendor: "0483", idProduct: "5740" });
  writeTree(join(usb, "2-1"), { devnum: 1 + state.modem_attaches, busnum: 2, idVendor: "2c7c", idProduct: "0125" });
  const lines = [uartLine(0, state.uart0_errors), uartLine(1, state.uart1_errors)];
  writeTree(join(root, "proc", "tty", "driver"), { serial: ["serinfo:1.0 driver revision:", ...lines].join("\n") });
}
