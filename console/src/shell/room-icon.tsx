/** The menu's own line icons, 20 × 20, drawn in the current colour. */
const paths = {
  desk: 'M3 8.5h14M4.5 8.5V16M15.5 8.5V16M9.5 8.5v4h6M6 5.5l2-2 2 2',
  ledger: 'M4 3.5h12v13H4zM7 3.5v13M9.5 7h4M9.5 10h4M9.5 13h4',
  import: 'M10 3v8m-3-3l3 3 3-3M4 12v4.5h12V12',
  appraisal: 'M6 3.5h8v13H6zM8.5 7h3M8.5 10h3M3.5 6v8M16.5 6v8',
  survey: 'M4 3.5h12v13H4zM6.5 7.5l1 1 1.5-2M6.5 12.5l1 1 1.5-2M11 7.5h3M11 12.5h3',
  people:
    'M7.5 9a2.5 2.5 0 100-5 2.5 2.5 0 000 5zM3 16c0-3 2-4.5 4.5-4.5S12 13 12 16M13 9.2a2.2 2.2 0 100-4.4M14 11.6c2 .2 3.2 1.7 3.2 4.4',
  supervision: 'M10 3.5v2M10 17a6 6 0 100-12 6 6 0 000 12zM10 8v3l2 1.5M8.5 3.5h3',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3M13 3v3M7 11.5h2M11 11.5h2M7 14h2',
  plan: 'M4 4.5h12M4 10h12M4 15.5h7M13.5 15.5l1.5 1.5 3-3',
  rules:
    'M4.5 3.5h9.5a1.5 1.5 0 011.5 1.5v11.5H6a1.5 1.5 0 01-1.5-1.5zM4.5 15A1.5 1.5 0 016 13.5h9.5M7.5 6.5h5M7.5 9.5h5',
  key: 'M7 13a3 3 0 100-6 3 3 0 000 6zM10 10h7v3M14 10v2.5',
  audit:
    'M4 3.5h8.5L16 7v9.5H4zM7 8h4M7 11h3M12 12.5a1.8 1.8 0 103.6 0 1.8 1.8 0 10-3.6 0M15 14l2 2',
  erase: 'M7 16.5l-3.5-3.5 8-8 4.5 4.5-7 7zM7.5 9l4.5 4.5M9.5 16.5H17',
  quarantine: 'M5.5 9h9v7.5h-9zM7.5 9V6.5a2.5 2.5 0 015 0V9M10 11.8v2',
  proof: 'M10 3l6 2.3V10c0 3.4-2.4 5.8-6 7-3.6-1.2-6-3.6-6-7V5.3zM7.3 10l2 2 3.6-4',
  more: 'M4 6h12M4 10h12M4 14h12',
} as const

export type RoomIconName = keyof typeof paths

export function RoomIcon({ name }: Readonly<{ name: RoomIconName }>) {
  return (
    <svg className="room-icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path
        d={paths[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
