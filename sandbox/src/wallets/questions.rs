//! The security questions that the issuer lets customers choose from, and what each customer answered.
//!
//! The issuer has turned questions on (`mfaEnabled`), asks for two answers, and shows a customer's own questions rather
//! than all (`retrieveAllQuestions` is off, seed 002:262-266).

use contract::{
    QuestionUri, Secret,
    operations::wallet::{QuestionAnswer, QuestionDetail},
};

use super::kept::{Kept, text};
use crate::{dice::Dice, people::Person, refusal::Refusal};

/// How many of them must be answered, and how many an update must bring.
pub(crate) const TO_ANSWER: usize = 2;

/// A question's place among all.
pub(crate) type Place = usize;

/// A question, and what people answer to it.
struct Question {
    uri: &'static str,
    text: &'static str,
    answers: &'static [&'static str],
}

#[rustfmt::skip]
const QUESTIONS: &[Question] = &[
    Question { uri: "certnew:entity:question#1", text: "What was the name of your first pet?", answers: &["Biscuit", "Rex", "Luna", "Shadow", "Pepper"] },
    Question { uri: "certnew:entity:question#2", text: "On which street did you grow up?", answers: &["Elm Street", "Mill Road", "Harbor View", "Station Road"] },
    Question { uri: "certnew:entity:question#3", text: "What was your first school?", answers: &["Lincoln", "Riverside", "Saint Mary", "Hillcrest"] },
    Question { uri: "certnew:entity:question#4", text: "In which city were your parents married?", answers: &["Lowell", "Salem", "Hartford", "Portland", "Queens"] },
    Question { uri: "certnew:entity:question#5", text: "What was the make of your first car?", answers: &["Ford", "Volvo", "Honda", "Datsun", "Saab"] },
    Question { uri: "certnew:entity:question#6", text: "What did you want to be as a child?", answers: &["Astronaut", "Baker", "Vet", "Pilot", "Singer"] },
    Question { uri: "certnew:entity:question#7", text: "What is your favourite dish?", answers: &["Lasagne", "Pancakes", "Ramen", "Chili", "Paella"] },
    Question { uri: "certnew:entity:question#8", text: "Who was your favourite teacher?", answers: &["Mrs Abbott", "Mr Ortiz", "Miss Lee", "Mr Novak"] },
];

/// How many questions there are to choose from.
pub(crate) const OFFERED: usize = QUESTIONS.len();

/// A question that somebody answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Answered {
    pub(crate) place: Place,
    answer: Kept,
}

/// What a question's answer must be called, before it is thrown away.
pub(crate) type InClear = (Place, &'static str);

/// What this person answered in the beginning, for those who prepare a test.
pub(crate) fn in_clear(person: &Person) -> Vec<InClear> {
    if let Some(answers) = person.peculiar.answers {
        return answers.to_vec();
    }
    let mut dice = Dice::of(&format!("{} questions", person.record.customer_uri));
    let first = dice.below(OFFERED as u64) as usize;
    let places = (0..3).map(|step| (first + step * 3) % OFFERED);
    places.map(|place| (place, *dice.pick(QUESTIONS[place].answers))).collect()
}

/// The same as a wallet keeps it.
pub(crate) fn answered(person: &Person) -> Vec<Answered> {
    let owner = person.record.customer_uri.as_str();
    let kept = |(place, answer)| Answered { place, answer: Kept::as_spoken(owner, answer) };
    in_clear(person).into_iter().map(kept).collect()
}

/// The questions' texts, and what to answer, as long as these are the questions of the beginning.
pub(crate) fn told(person: &Person, now: &[Answered]) -> Vec<(&'static str, &'static str)> {
    let in_clear = if answered(person) == now { in_clear(person) } else { Vec::new() };
    in_clear.into_iter().map(|(place, answer)| (QUESTIONS[place].text, answer)).collect()
}

/// As answers of the gateway show a question.
pub(crate) fn detail(place: Place, required: bool) -> QuestionDetail {
    let Question { uri, text, .. } = QUESTIONS[place];
    QuestionDetail { question_uri: Some(uri.into()), question: Some(text.into()), required: Some(required) }
}

/// The first `count` of a customer's questions must be answered, the others may be.
pub(crate) fn details(own: &[Answered], count: usize) -> Vec<QuestionDetail> {
    let numbered = own.iter().enumerate();
    numbered.map(|(index, question)| detail(question.place, index == 0 && count > 0)).collect()
}

/// How many of these must be answered.
pub(crate) fn to_answer(own: &[Answered]) -> usize {
    own.len().min(TO_ANSWER)
}

/// Reads a set of answers: as many as are asked for, each to another of the issuer's questions, none empty.
pub(crate) fn read(owner: &str, name: &str, given: &[QuestionAnswer], count: usize) -> Result<Vec<Answered>, Refusal> {
    if given.len() != count {
        return Err(Refusal::invalid(format!("{name}: exactly {count}")));
    }
    let mut read: Vec<Answered> = Vec::with_capacity(count);
    for one in given {
        let place = place(one).ok_or_else(|| Refusal::invalid(format!("{name}: not one of the issuer's questions")))?;
        if read.iter().any(|earlier| earlier.place == place) {
            return Err(Refusal::invalid(format!("{name}: the same question twice")));
        }
        read.push(Answered { place, answer: answer(owner, name, &one.answer)? });
    }
    Ok(read)
}

/// Whether these are the customer's own questions, rightly answered, the required one among them.
pub(crate) fn match_up(own: &[Answered], given: &[Answered]) -> bool {
    let required = own.first().is_some_and(|first| given.contains(first));
    required && given.iter().all(|one| own.contains(one))
}

fn answer(owner: &str, name: &str, secret: &Secret) -> Result<Kept, Refusal> {
    let text = text(secret);
    if text.trim().is_empty() {
        return Err(Refusal::invalid(format!("{name}: an empty answer")));
    }
    Ok(Kept::as_spoken(owner, &text))
}

/// Which question an answer is for: by its name, by its text, or by both if they agree.
fn place(answer: &QuestionAnswer) -> Option<Place> {
    let by_uri = |uri: &QuestionUri| QUESTIONS.iter().position(|question| question.uri == uri.as_str());
    let by_text = |text: &String| QUESTIONS.iter().position(|question| question.text == text);
    match (&answer.question_uri, &answer.question) {
        (Some(uri), None) => by_uri(uri),
        (None, Some(text)) => by_text(text),
        (Some(uri), Some(text)) => by_uri(uri).filter(|place| by_text(text) == Some(*place)),
        (None, None) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::person;

    #[test]
    fn everybody_has_answered_three_different_questions() {
        for number in 0..500 {
            let mut places: Vec<_> = in_clear(&person(number)).into_iter().map(|(place, _)| place).collect();
            places.sort_unstable();
            places.dedup();
            assert_eq!(places.len(), 3, "person {number}");
        }
    }
}
