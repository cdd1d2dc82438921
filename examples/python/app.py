import os

from aws_cdk import App

from python_artifacts import PythonArtifacts

app = App()
PythonArtifacts(app, "PythonArtifacts", git_root=os.environ.get("GIT_ROOT", "."))
app.synth()
