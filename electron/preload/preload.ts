import { contextBridge, type IpcRendererEvent, ipcRenderer } from "electron";
import type { Bridge, ShellEvent } from "../../shared/contract/shell.ts";
import { droppedFiles } from "./droppedFiles.ts";

const bridge: Bridge = {
  call: (method, params) => ipcRenderer.invoke("quen:call", method, params),
  subscribe: (listener) => {
    const relay = (_: IpcRendererEvent, event: ShellEvent) => listener(event);
    const hearDrop = ({ dataTransfer, isTrusted }: DragEvent) => {
      const files = dataTransfer && isTrusted ? droppedFiles(dataTransfer) : [];
      if (files.length > 0) listener({ kind: "dropped", files });
    };
    ipcRenderer.on("quen:event", relay);
    ipcRenderer.send("quen:subscribe");
    window.addEventListener("drop", hearDrop);
    return () => {
      ipcRenderer.off("quen:event", relay);
      window.removeEventListener("drop", hearDrop);
    };
  },
};

contextBridge.exposeInMainWorld("quen", bridge);
