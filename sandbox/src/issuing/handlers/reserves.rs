//! What is held back on an account, and until when.

use contract::{
    Rows,
    operations::issuing::operations::{ListReserves, Reserve},
};

use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<ListReserves> for World {
    fn concerns(&self, request: &ListReserves) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: ListReserves, _: &[PersonNumber]) -> Result<Rows<Reserve>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let asked = ledger.asked(i64::MIN, i64::MAX);
        Ok(asked.iter().rev().filter_map(|asked| asked.reserve(&plan, ledger.now)).collect::<Vec<_>>().into())
    }
}
