from vardevei.workspaces.models.calendar_address import CalendarAddress
from vardevei.workspaces.models.discussion import Contribution, EarlierText, Mention, Notices, Thread, Untold
from vardevei.workspaces.models.event import Event
from vardevei.workspaces.models.file import FileVersion, WorkspaceFile
from vardevei.workspaces.models.followup import FollowUp
from vardevei.workspaces.models.meeting import Addition, AgendaItem, Attendee, Meeting
from vardevei.workspaces.models.member import Member
from vardevei.workspaces.models.programme import Block, CoOrganiser
from vardevei.workspaces.models.resolution import Resolution
from vardevei.workspaces.models.respondent import Respondent
from vardevei.workspaces.models.response import Response, ResponseAnswer
from vardevei.workspaces.models.signup import SignUp, SignUpAnswer, SignUpNeed, SignUpOptions, SignUpQuestion
from vardevei.workspaces.models.survey import Survey, SurveyCounty, SurveyPage, SurveyQuestion
from vardevei.workspaces.models.workspace import Workspace

__all__ = [
    "Addition",
    "AgendaItem",
    "Attendee",
    "Block",
    "CalendarAddress",
    "CoOrganiser",
    "Contribution",
    "EarlierText",
    "Event",
    "FileVersion",
    "FollowUp",
    "Meeting",
    "Member",
    "Mention",
    "Notices",
    "Resolution",
    "Respondent",
    "Response",
    "ResponseAnswer",
    "SignUp",
    "SignUpAnswer",
    "SignUpNeed",
    "SignUpOptions",
    "SignUpQuestion",
    "Survey",
    "SurveyCounty",
    "SurveyPage",
    "SurveyQuestion",
    "Thread",
    "Untold",
    "Workspace",
    "WorkspaceFile",
]
