/** Texts that would run or load something if a page took them for more than texts. */
export const corpus = [
  `<script>window.ran = 1</script>`,
  `"><img src="https://evil.example/a.png" onerror="window.ran = 1">`,
  `<svg onload="window.ran = 1"><use href="https://evil.example/a.svg#a"/></svg>`,
  `<iframe srcdoc="<script>parent.ran = 1</script>"></iframe>`,
  `<a href="javascript:window.ran = 1">open</a>`,
  `</style><style>@import "https://evil.example/a.css"</style>`,
  `<base href="https://evil.example/"><form action="https://evil.example/"><button>`,
  `javascript:window.ran=1`,
  `data:text/html,<script>window.ran=1</script>`,
  `file:///etc/passwd`,
  `vbscript:msgbox(1)`,
  `{{constructor.constructor("window.ran = 1")()}} \${window.ran = 1} <%= 1 %>`,
];
