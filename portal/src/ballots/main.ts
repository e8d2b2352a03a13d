import './ballots.css'
