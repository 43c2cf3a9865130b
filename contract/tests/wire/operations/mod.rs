//! Operations and authorizations: what is sent is what the guide prints, and what it prints is read without a loss.

mod authorizations;
mod documented;
mod in_passing;
mod lists;
mod postings;
