/** The menu: a column on the left; on a phone the first rooms as a bar at the bottom, the rest in a drawer. */
import { Link } from '@tanstack/react-router'
import { Drawer } from 'antd'
import { useState } from 'react'
import { useSession } from '../api/session.ts'
import { useWords } from '../words/language.ts'
import { RoomIcon } from './room-icon.tsx'
import { roomsFor, type Room } from './rooms.ts'

function RoomLink({ room, onGo }: Readonly<{ room: Room; onGo?: () => void }>) {
  const words = useWords()
  return (
    <Link
      to={room.to}
      className="room-link"
      activeProps={{ className: 'is-here' }}
      activeOptions={{ exact: room.to === '/', includeSearch: false }}
      {...(onGo ? { onClick: onGo } : {})}
    >
      <RoomIcon name={room.icon} />
      <span>{words.shell.rooms[room.words]}</span>
    </Link>
  )
}

export function SideNavigation() {
  const words = useWords()
  const session = useSession()
  return (
    <nav className="side-navigation" aria-label={words.shell.navigation}>
      {roomsFor(session.roles).map((room) => (
        <RoomLink key={room.to} room={room} />
      ))}
      <p className="side-version">{words.shell.version(session.version)}</p>
    </nav>
  )
}

const inBar = 3

export function BottomNavigation() {
  const words = useWords()
  const all = roomsFor(useSession().roles)
  const [open, setOpen] = useState(false)
  const rest = all.slice(inBar)
  return (
    <nav className="bottom-navigation" aria-label={words.shell.navigation}>
      {all.slice(0, inBar).map((room) => (
        <RoomLink key={room.to} room={room} />
      ))}
      {rest.length > 0 && (
        <button type="button" className="room-link" onClick={() => setOpen(true)}>
          <RoomIcon name="more" />
          <span>{words.shell.rooms.more}</span>
        </button>
      )}
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        placement="bottom"
        size={rest.length * 52 + 88}
        title={words.shell.rooms.more}
      >
        <div className="more-rooms">
          {rest.map((room) => (
            <RoomLink key={room.to} room={room} onGo={() => setOpen(false)} />
          ))}
        </div>
      </Drawer>
    </nav>
  )
}
