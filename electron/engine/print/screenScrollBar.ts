/** In a preview, a scroll bar as quiet as the window's own. Paper has none. */
export const screenScrollBar = `::-webkit-scrollbar { width: 10px; height: 10px }
::-webkit-scrollbar-thumb { background: #0003; border: 3px solid #0000; border-radius: 6px;
  background-clip: content-box }`;
