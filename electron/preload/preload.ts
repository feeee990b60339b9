import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import type { Bridge, ShellEvent } from "../../shared/contract/shell.ts";

const bridge: Bridge = {
  call: (method, params) => ipcRenderer.invoke("quen:call", method, params),
  subscribe: (listener) => {
    const relay = (_: IpcRendererEvent, event: ShellEvent) => listener(event);
    ipcRenderer.on("quen:event", relay);
    ipcRenderer.send("quen:subscribe");
    return () => void ipcRenderer.off("quen:event", relay);
  },
};

contextBridge.exposeInMainWorld("quen", bridge);
