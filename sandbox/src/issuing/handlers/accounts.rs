//! Accounts: master data, money, contract, owner, guarantor, company, history, turnovers.

use contract::{
    Instant, IssuerId, Rows,
    operations::issuing::{
        accounts::{
            Account, AccountBalance, AccountEmbed, AccountHistoryEntry, AccountMember, AccountStatus,
            AccountStatusChange, ActiveCreditLimit, Company, CorporateContract, CorporateEmbed,
            CorporateEmployeeAccount, CorporateEntity, CorporateLevel, CycleInformation, ListTurnovers, MemberEmbed,
            RetrieveAccount, RetrieveAccountBalance, RetrieveAccountContract, RetrieveAccountGuarantor,
            RetrieveAccountHistory, RetrieveAccountOwner, RetrieveCorporateContract, Turnover, TurnoverType,
        },
        customers::{CustomerContract, CustomerIdentifier, DeliveryChannel},
    },
};

use super::super::{
    calendar::stamp,
    customers::{contract_identifier, root_of},
    limits::Temporary,
    plan::{Plan, Product},
    shown_operation::{account_identifier, cents, product_identifier},
    turnovers,
};
use crate::{handlers::Handle, population::PersonNumber, refusal::Refusal, world::World};

impl Handle<RetrieveAccount> for World {
    fn concerns(&self, request: &RetrieveAccount) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveAccount, _: &[PersonNumber]) -> Result<Account, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let mut account = self.master_data(&plan);
        for part in &request.embed {
            match part {
                AccountEmbed::Children => {
                    let below = self.accounts_below(&plan);
                    account.children_account_identifiers =
                        Some(below.iter().map(account_identifier).collect::<Vec<_>>().into());
                }
                AccountEmbed::SelectedModels => account.selected_models = self.parameters_now(&plan).selected_models,
                AccountEmbed::StatusHistory => {
                    account.status_history = Some(
                        vec![AccountStatusChange {
                            status: Some(AccountStatus::Active),
                            status_date: account.activation_date.clone(),
                            reason: None,
                        }]
                        .into(),
                    );
                }
                AccountEmbed::HierarchyOperationStatusHistory => {
                    account.hierarchy_operation_status_history = Some(self.blocks(&plan).into());
                }
                AccountEmbed::LoyaltyPoints => account.loyalty_points = Some(Rows::default()),
                AccountEmbed::Unknown(_) => {}
            }
        }
        Ok(account)
    }
}

impl Handle<RetrieveAccountBalance> for World {
    fn concerns(&self, request: &RetrieveAccountBalance) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveAccountBalance, _: &[PersonNumber]) -> Result<AccountBalance, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        Ok(self.balance(&plan))
    }
}

impl Handle<RetrieveAccountContract> for World {
    fn concerns(&self, request: &RetrieveAccountContract) -> Result<Vec<PersonNumber>, Refusal> {
        let only = (request.related_resource_identifiers_only, request.related_resource_base_info_only);
        if only == (Some(true), Some(true)) {
            return Err(Refusal::bad_request(
                "relatedResourceBaseInfoOnly goes without relatedResourceIdentifiersOnly",
            ));
        }
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveAccountContract, _: &[PersonNumber]) -> Result<CustomerContract, Refusal> {
        use contract::operations::issuing::accounts::ContractEmbed;
        let plan = self.plan(&request.account_reference)?;
        let mut contract = self.contract(&plan);
        let together = self.accounts_together(&plan);
        if request.embed.contains(&ContractEmbed::ContractCustomerIdentifiers) {
            contract.contract_customer_identifiers = Some(vec![self.customer_identifier(plan.number.person)].into());
        }
        if request.embed.contains(&ContractEmbed::DeliveryChannel) {
            let channel = if plan.wanted.usage.by_post { "LETTER" } else { "WEB" };
            contract.delivery_channel = Some(DeliveryChannel {
                contract_letter_type: Some("LETTER".into()),
                dispute_letter_type: Some("LETTER".into()),
                statement_type: Some(channel.into()),
            });
        }
        if request.embed.contains(&ContractEmbed::AddOnSubscriptions) {
            contract.addon_subscriptions = Some(Rows::default());
        }
        if request.embed.contains(&ContractEmbed::AccountIdentifiers) {
            contract.account_identifiers = Some(together.iter().map(account_identifier).collect::<Vec<_>>().into());
        }
        if request.embed.contains(&ContractEmbed::CardContractIdentifiers) {
            let cards = together.iter().flat_map(|account| self.card_contracts(account));
            contract.card_contract_identifiers =
                Some(cards.map(|contract| contract.card_contract_identifier).collect::<Vec<_>>().into());
        }
        Ok(contract)
    }
}

impl Handle<RetrieveAccountOwner> for World {
    fn concerns(&self, request: &RetrieveAccountOwner) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: RetrieveAccountOwner, _: &[PersonNumber]) -> Result<AccountMember, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        if plan.wanted.product == Product::Business {
            return Ok(AccountMember { company: Some(self.company(&plan)), ..AccountMember::default() });
        }
        Ok(self.member(plan.number.person, &request.embed))
    }
}

impl Handle<RetrieveAccountGuarantor> for World {
    fn concerns(&self, request: &RetrieveAccountGuarantor) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        self.guarantor(&plan).map(|_| vec![plan.number.person])
    }

    fn handle(&mut self, request: RetrieveAccountGuarantor, _: &[PersonNumber]) -> Result<AccountMember, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let guarantor = self.guarantor(&plan)?;
        Ok(self.member(guarantor, &request.embed))
    }
}

impl Handle<RetrieveAccountHistory> for World {
    fn concerns(&self, request: &RetrieveAccountHistory) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(
        &mut self,
        request: RetrieveAccountHistory,
        _: &[PersonNumber],
    ) -> Result<Rows<AccountHistoryEntry>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let from = request.period_start_date_time.as_ref().map_or(i64::MIN, Instant::epoch_millis);
        let to = request.period_end_date_time.as_ref().map_or(i64::MAX, Instant::epoch_millis);
        let mut states = self.parameters(&plan);
        states.retain(|state| state.effective_date.as_ref().is_some_and(|at| (from..=to).contains(&at.epoch_millis())));
        states.reverse();
        Ok(states.into())
    }
}

impl Handle<ListTurnovers> for World {
    fn concerns(&self, request: &ListTurnovers) -> Result<Vec<PersonNumber>, Refusal> {
        self.owner(&request.account_reference)
    }

    fn handle(&mut self, request: ListTurnovers, _: &[PersonNumber]) -> Result<Rows<Turnover>, Refusal> {
        let (plan, ledger) = self.books(&request.account_reference)?;
        let all = [TurnoverType::Default, TurnoverType::MembershipFee];
        let wanted = all.into_iter().filter(|kind| request.turnover_type.as_ref().is_none_or(|only| only == kind));
        Ok(wanted.map(|kind| turnovers::turnover(&plan, &ledger, kind)).collect::<Vec<_>>().into())
    }
}

impl Handle<RetrieveCorporateContract> for World {
    fn concerns(&self, request: &RetrieveCorporateContract) -> Result<Vec<PersonNumber>, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        if plan.wanted.product == Product::Business {
            Ok(vec![plan.number.person])
        } else {
            Err(Refusal::not_found("The account belongs to no company's contract."))
        }
    }

    fn handle(&mut self, request: RetrieveCorporateContract, _: &[PersonNumber]) -> Result<CorporateContract, Refusal> {
        let plan = self.plan(&request.account_reference)?;
        let plans = self.accounts_of(plan.number.person);
        let root = root_of(&plans, &plan);
        let contract = self.contract(&plan);
        let person = self.customer_identifier(plan.number.person);
        let level = |level: &str, description: &str| CorporateLevel {
            level: Some(level.into()),
            level_description: Some(description.into()),
        };
        let wants = |part| request.embed.contains(&part);
        let entity = CorporateEntity {
            account_identifier: Some(account_identifier(root)),
            parent_account_identifier: None,
            level: Some(1),
            company_entity_external_reference: Some("HEAD_OFFICE".into()),
            parent_company_entity_external_reference: None,
        };
        let employees = self.accounts_together(&plan).into_iter().map(|account| CorporateEmployeeAccount {
            account_identifier: Some(account_identifier(&account)),
            parent_account_identifier: Some(account_identifier(root)),
            customer_identifiers: Some(vec![person.clone()].into()),
            corporate_product_type: Some("EMPLOYEE".into()),
            company_entity_external_reference: Some("HEAD_OFFICE".into()),
            ..CorporateEmployeeAccount::default()
        });
        Ok(CorporateContract {
            issuer_id: Some(IssuerId::from(plan.wanted.issuer)),
            contract_identifier: Some(contract_identifier(root)),
            status: contract.status,
            status_date: contract.status_date,
            signature_date: contract.signature_date,
            contract_owner_identifier: Some(self.company_identifier(&plan)),
            product_identifier: Some(product_identifier(root)),
            root_account_identifier: Some(account_identifier(root)),
            root_account: wants(CorporateEmbed::RootAccount).then(|| Box::new(self.master_data(root))),
            customer_identifiers: Some(vec![person.clone()].into()),
            contract_customers: wants(CorporateEmbed::Customers)
                .then(|| vec![self.customer_record(plan.number.person)].into()),
            contract_companies: wants(CorporateEmbed::Companies).then(|| vec![self.company(&plan)].into()),
            corporate_contract_levels: Some(vec![level("1", "Company"), level("2", "Department")].into()),
            corporate_contract_entities: wants(CorporateEmbed::Entities).then(|| vec![entity].into()),
            corporate_employee_accounts: wants(CorporateEmbed::EmployeeAccounts)
                .then(|| employees.collect::<Vec<_>>().into()),
            statement_duplicated_for_company: Some(false),
            ..CorporateContract::default()
        })
    }
}

impl World {
    /// An account's own facts.
    pub(super) fn master_data(&self, plan: &Plan) -> Account {
        let plans = self.accounts_of(plan.number.person);
        let root = root_of(&plans, plan);
        let ledger = self.ledger(plan);
        let now = self.parameters_now(plan);
        let opened = stamp(plan.wanted.opened.at(14, 36));
        let open = ledger.open();
        let delinquent = ledger.closed().last().is_some_and(|last| last.past_due > 0);
        let account = Account {
            issuer_id: Some(IssuerId::from(plan.wanted.issuer)),
            account_identifier: Some(account_identifier(plan)),
            name: Some(plan.wanted.product.account_name().into()),
            status: Some(AccountStatus::Active),
            status_date: Some(opened.clone()),
            activation_date: Some(opened),
            root: Some(plan.wanted.below.is_none()),
            working_currency_code: Some("EUR".into()),
            working_mode: Some(plan.wanted.product.working_mode().into()),
            contract_type: Some(plan.wanted.product.contract_type().into()),
            account_balance: plan.is_credit().then(|| cents(ledger.balance())),
            last_impact_date: ledger.posted().last().map(|entry| stamp(entry.posted)),
            payment_mode: now.payment_mode,
            iban: now.iban,
            second_iban: now.second_iban,
            bic: now.bic,
            iban_owner_name: now.iban_owner_name,
            sepa_indicator: now.sepa_indicator,
            sepa_mandate: now.sepa_mandate,
            sepa_mandate_status: now.sepa_mandate_status,
            sepa_mandate_uir: now.sepa_mandate_umr.as_ref().map(|umr| umr.replace("UMR", "UIR")),
            sepa_creditor_id: now.sepa_indicator.filter(|sepa| *sepa).map(|_| "DE98ZZZ09999999999".into()),
            sepa_mandate_umr: now.sepa_mandate_umr,
            amount_due_min_amount: now.amount_due_min_amount,
            amount_due_fixed_amount: now.amount_due_fixed_amount,
            amount_due_percentage: now.amount_due_percentage,
            greater_or_lesser_amount_due: now.greater_or_lesser_amount_due,
            direct_debit_fixed_amount: now.direct_debit_fixed_amount,
            direct_debit_percentage: now.direct_debit_percentage,
            closure_calendar: now.closure_calendar_reference,
            open_cycle_information: Some(CycleInformation {
                cycle_start_date: Some(stamp(open.start)),
                cycle_closure_date: Some(stamp(open.closure)),
                ..CycleInformation::default()
            }),
            delinquent: Some(delinquent),
            pre_delinquent: Some(false),
            spare_change_saving: now.spare_change_saving,
            reset_credit_limit: now.reset_credit_limit,
            hierarchy_operation_status: Some(self.blocked_now(plan)),
            specific_fields: self.specific_fields(plan),
            account_hierarchy_specific_fields: now.account_hierarchy_specific_fields,
            product_identifier: Some(product_identifier(plan)),
            contract_identifier: Some(contract_identifier(root)),
            account_owner_identifier: Some(if plan.wanted.product == Product::Business {
                self.company_identifier(plan)
            } else {
                self.customer_identifier(plan.number.person)
            }),
            account_guarantor_identifier: self.guarantor(plan).ok().map(|person| self.customer_identifier(person)),
            root_account_identifier: Some(account_identifier(root)),
            parent_account_identifier: plan.wanted.below.map(|_| account_identifier(root)),
            paying_account_identifier: Some(account_identifier(root)),
            paying_account_type: Some(if plan.pays() { "ITSELF_PAYS" } else { "ROOT_PAYS" }.into()),
            is_change_of_payer_at_next_cycle: Some(false),
            grace_period_type: plan.is_credit().then(|| "NEXT_CYCLE_GRACE_DATE".into()),
            ..Account::default()
        };
        self.with_changes(plan, account)
    }

    /// How much is owed and how much is left. For a debit account most of it is not relevant (seed 004:3402), and not
    /// stated; the guide does not say what is answered instead.
    pub(crate) fn balance(&self, plan: &Plan) -> AccountBalance {
        let ledger = self.ledger(plan);
        let open = ledger.open();
        let start = Some(stamp(open.start));
        if !plan.is_credit() {
            return AccountBalance { current_cycle_start_date: start, ..AccountBalance::default() };
        }
        let balance = ledger.balance();
        let reserved = ledger.reserved();
        let (limit, temporary) = self.active_credit_limit(plan);
        let left = limit - balance - reserved;
        let plans = self.accounts_of(plan.number.person);
        let root = root_of(&plans, plan);
        let prevailing = if root.number == plan.number {
            left
        } else {
            let above = self.ledger(root);
            left.min(self.active_credit_limit(root).0 - above.balance() - above.reserved())
        };
        let below = self.accounts_below(plan);
        let last = ledger.closed().last();
        let paid: i64 = ledger.posted_in(open).map(|entry| entry.paid()).sum();
        AccountBalance {
            accepted_amount: Some(cents(balance + reserved)),
            account_balance: Some(cents(balance)),
            active_credit_limit_amount: Some(cents(limit)),
            active_credit_limit: Some(ActiveCreditLimit {
                credit_limit_amount: Some(cents(limit)),
                start_date: temporary.and_then(|limit| limit.limit.activation_start_time.clone()),
                end_date: temporary.and_then(|limit: &Temporary| limit.limit.activation_end_time.clone()),
            }),
            authorized_amount: Some(cents(0)),
            current_cycle_start_date: start,
            external_reserved_amount: Some(cents(reserved)),
            reserved_amount: Some(cents(0)),
            open_to_buy: Some(cents(left)),
            prevailing_open_to_buy: Some(cents(prevailing)),
            past_amount_due: last.map(|last| cents(last.past_due)),
            remaining_amount_due: last.map(|last| cents((last.due + last.past_due - paid).max(0))),
            previous_cycle_balance: last.map(|last| cents(last.closing_balance)),
            liable_balance: plan
                .pays()
                .then(|| cents(balance + below.iter().map(|account| self.ledger(account).balance()).sum::<i64>())),
        }
    }

    /// All accounts of the contract to which this one belongs, the one on top first.
    pub(super) fn accounts_together(&self, plan: &Plan) -> Vec<Plan> {
        let plans = self.accounts_of(plan.number.person);
        let root = root_of(&plans, plan).clone();
        let mut together = self.accounts_below(&root);
        together.insert(0, root);
        together
    }

    fn member(&self, person: PersonNumber, embed: &[MemberEmbed]) -> AccountMember {
        let mut customer = self.customer_record(person);
        let addresses = self.customer_addresses(person);
        if embed.contains(&MemberEmbed::AddressIdentifiers) {
            let names = addresses.iter().map(|address| address.address_identifier.clone());
            customer.address_identifiers = Some(names.collect::<Vec<_>>().into());
        }
        if embed.contains(&MemberEmbed::Addresses) {
            customer.addresses = Some(addresses.into());
        }
        AccountMember { customer: Some(customer), ..AccountMember::default() }
    }

    /// In some families one member vouches for another, unless somebody else was named.
    fn guarantor(&self, plan: &Plan) -> Result<PersonNumber, Refusal> {
        let named = self.parameters_now(plan).account_guarantor_identifier;
        if let Some(named) = named.and_then(|identifier| identifier.customer_reference)
            && let Some(person) = self.population.with_accounts_named(named.as_str())
        {
            return Ok(person);
        }
        let (person, _) = plan.code.parts();
        let vouching = (person % 25 == 24).then(|| self.population.with_code(person - 1)).flatten();
        let found = vouching.filter(|number| self.population.person(*number).half.has_accounts());
        found.ok_or_else(|| Refusal::not_found("Nobody vouches for this account."))
    }

    fn company(&self, plan: &Plan) -> Company {
        let owner = self.customer_record(plan.number.person);
        Company {
            issuer_id: Some(IssuerId::from(plan.wanted.issuer)),
            customer_identifier: Some(self.company_identifier(plan)),
            corporate_name: Some(format!("{} & Partner GmbH", owner.last_name.unwrap_or_default())),
            legal_form: Some("GmbH".into()),
            company_type: Some("SME".into()),
            business_area: Some("Services".into()),
            commercial_status: Some("Normal".into()),
            preferred_correspondence_language: Some("de".into()),
            ..Company::default()
        }
    }

    fn company_identifier(&self, plan: &Plan) -> CustomerIdentifier {
        let (person, place) = plan.code.parts();
        CustomerIdentifier {
            customer_reference: Some(format!("COM{person:07}{place}").into()),
            issuer_customer_external_reference: Some(format!("COMPANY-{person:07}{place}").into()),
        }
    }
}
